# Whether this script can run here at all: 0, or the exit code. The language mode comes first, since in
# constrained language the tests after it would fail themselves.
function Get-StartCode {
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        Write-Notice -Key 'languageMode' -Always
        return 15
    }
    if (-not (Test-OnWindows)) {
        Write-Notice -Key 'notWindows' -Always
        return 11
    }
    0
}
