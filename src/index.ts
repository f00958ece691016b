/** The package's own version; the libraries are reached by their subpaths (`cybex/stix`, …). */
export const VERSION = '0.1.0';
