function Test-OnWindows {
    # $IsWindows came with PowerShell 6; what is older runs on Windows alone.
    $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}
