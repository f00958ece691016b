#!/usr/bin/env node
// Committed as executable: what a build writes is not, and `npx cybex` would be denied.
import '../dist/src/cli/main.js';
