function Test-Interactive {
    $isForbidden = [Environment]::GetCommandLineArgs() -match '^[-/]noni'
    [Environment]::UserInteractive -and -not $isForbidden -and (Get-Account).Kind -ne 'system'
}
