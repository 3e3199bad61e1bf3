# Says a sentence and keeps it for the report. Machines that asked for Json or Csv get it in the report alone,
# unless there will be no report.
function Write-Notice {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{}, [switch] $Always)
    $text = Get-Message -Key $Key -With $With
    $script:Notices += @($text)
    if ($Always -or $script:OutputFormat -in 'Text', 'Object') { Write-Line -Text $text }
}
