function Invoke-RepairTool([string] $Tool, [string[]] $ArgumentList, [int] $TimeoutSeconds, [int[]] $SuccessCode = @(0)) {
    Invoke-JournalledChange 'repair-tool' $Tool '-' "$ArgumentList" {
        $splat = @{ FilePath = "$env:SystemRoot\System32\$Tool.exe"; ArgumentList = $ArgumentList; NoNewWindow = $true; PassThru = $true }
        $process = Start-Process @splat
        $null = $process.Handle
        $ended = $process.WaitForExit(1000 * $TimeoutSeconds)
        if (-not $ended -or $process.ExitCode -notin $SuccessCode) { throw "$Tool did not end well." }
    }
}
