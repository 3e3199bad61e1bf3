# Kept for the report, too. Who asked for Json or Csv gets it there alone, unless there will be no report.
function Write-Notice {
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{}, [switch] $Always)
    $text = Get-Message -Key $Key -With $With
    $script:Notices += @($text)
    if ($Always -or $script:OutputFormat -in 'Text', 'Object') { Write-Line -Text $text }
}
