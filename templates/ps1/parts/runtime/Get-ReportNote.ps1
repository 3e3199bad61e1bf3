# What the report says beside the checks, a sentence each: what an undo did, what stands set aside, error codes.
function Get-ReportNote {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Changes
    foreach ($aside in $Report.Generations) {
        Get-Message -Key 'asideKept' -With @{ Path = $aside.Path; Megabytes = [math]::Ceiling($aside.Bytes / 1MB) }
    }
    foreach ($suggestion in $Report.Suggestions) {
        $key = if ($suggestion.Checks) { 'codeExplained' } else { 'codeUnexplained' }
        Get-Message -Key $key -With @{ Code = $suggestion.HResult; Checks = $suggestion.Checks }
    }
}
