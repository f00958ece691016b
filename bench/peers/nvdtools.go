// One pass of matching for every line on stdin: nvdtools with its product index and no cache.
// Arguments: a feed of NVD 1.0, a file of formatted strings. Answers: assets a second, matches.
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"github.com/facebookincubator/nvdtools/cvefeed"
	"github.com/facebookincubator/nvdtools/wfn"
)

func main() {
	dict, err := cvefeed.LoadJSONDictionary(os.Args[1])
	if err != nil {
		panic(err)
	}
	cache := cvefeed.NewCache(dict).SetMaxSize(-1)
	cache.Idx = cvefeed.NewIndex(dict)
	file, err := os.Open(os.Args[2])
	if err != nil {
		panic(err)
	}
	var assets [][]*wfn.Attributes
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		name, err := wfn.Parse(scanner.Text())
		if err != nil {
			panic(err)
		}
		assets = append(assets, []*wfn.Attributes{name})
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		passes, matches := 0, 0
		start := time.Now()
		for passes == 0 || time.Since(start) < 300*time.Millisecond {
			matches = 0
			for _, asset := range assets {
				matches += len(cache.Get(asset))
			}
			passes++
		}
		seconds := time.Since(start).Seconds()
		fmt.Printf("%f %d\n", float64(passes*len(assets))/seconds, matches)
	}
}
