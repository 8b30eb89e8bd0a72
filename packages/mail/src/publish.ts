export { type CompiledMail, compileMail, type TemplateProblem } from './publish/compile.ts'
