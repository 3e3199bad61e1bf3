# Why this script cannot run here, as a key; empty when it can. It uses only what a restricted language mode
# allows.
function Get-StartRefusal {
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { return 'languageMode' }
    if (-not (Test-OnWindows)) { return 'notWindows' }
    ''
}
