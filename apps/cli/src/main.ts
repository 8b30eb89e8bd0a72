#!/usr/bin/env node
import process from 'node:process'
import { runUsher } from './usher.ts'

process.exitCode = await runUsher(process.argv.slice(2))
