#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import process from 'node:process'

// What was compiled once is not compiled again: commands answer sooner.
enableCompileCache()
const { runUsher } = await import('./usher.ts')
process.exitCode = await runUsher(process.argv.slice(2))
