function Test-Interactive {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $isForbidden = [Environment]::GetCommandLineArgs() -match '^[-/]noni'
    [Environment]::UserInteractive -and -not $isForbidden -and (Get-Account).Kind -ne 'system'
}
