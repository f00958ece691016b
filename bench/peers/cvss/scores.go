// Scores of the vectors on stdin by go-cvss, or how many a second it scores.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"

	gocvss20 "github.com/pandatix/go-cvss/20"
	gocvss30 "github.com/pandatix/go-cvss/30"
	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"
)

func scores(vector string) ([]float64, error) {
	switch {
	case strings.HasPrefix(vector, "CVSS:4.0/"):
		cvss, err := gocvss40.ParseVector(vector)
		if err != nil {
			return nil, err
		}
		return []float64{cvss.Score()}, nil
	case strings.HasPrefix(vector, "CVSS:3.1/"):
		cvss, err := gocvss31.ParseVector(vector)
		if err != nil {
			return nil, err
		}
		return []float64{cvss.BaseScore(), cvss.TemporalScore(), cvss.EnvironmentalScore()}, nil
	case strings.HasPrefix(vector, "CVSS:3.0/"):
		cvss, err := gocvss30.ParseVector(vector)
		if err != nil {
			return nil, err
		}
		return []float64{cvss.BaseScore(), cvss.TemporalScore(), cvss.EnvironmentalScore()}, nil
	default:
		cvss, err := gocvss20.ParseVector(vector)
		if err != nil {
			return nil, err
		}
		return []float64{cvss.BaseScore(), cvss.TemporalScore(), cvss.EnvironmentalScore()}, nil
	}
}

// cpu is the processor time of this process in seconds.
func cpu() float64 {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime)
}

func main() {
	var vectors []string
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		vectors = append(vectors, scanner.Text())
	}
	if len(os.Args) > 1 {
		rounds, _ := strconv.Atoi(os.Args[1])
		for round := 0; round < rounds; round++ {
			start := cpu()
			for _, vector := range vectors {
				_, _ = scores(vector)
			}
			fmt.Println(float64(len(vectors)) / (cpu() - start))
		}
		return
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, vector := range vectors {
		list, err := scores(vector)
		if err != nil {
			fmt.Fprintln(out, "refused", strings.ReplaceAll(err.Error(), "\n", " "))
			continue
		}
		words := make([]string, len(list))
		for i, score := range list {
			words[i] = fmt.Sprintf("%.1f", score)
		}
		fmt.Fprintln(out, strings.Join(words, " "))
	}
}
