# 0, or the exit code. The language mode comes first: in constrained language the other tests would fail.
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
