function Invoke-RepairTool([string] $Tool, [string[]] $ArgumentList, [int] $TimeoutSeconds, [int[]] $SuccessCode = @(0)) {
    Invoke-JournalledChange 'repair-tool' $Tool '-' "$ArgumentList" {
        $splat = @{ FilePath = "$env:SystemRoot\System32\$Tool.exe"; ArgumentList = $ArgumentList; NoNewWindow = $true; PassThru = $true }
        $process = Start-Process @splat
        $null = $process.Handle
        $ended = $process.WaitForExit(1000 * $TimeoutSeconds)
        if (-not $ended) { $process.Kill(); throw "$Tool timed out." }
        if ($process.ExitCode -notin $SuccessCode) { throw "$Tool ended with code $($process.ExitCode)." }
        $run.Code = $process.ExitCode
    }
    if ($run.Code -eq 3010) { Write-Warning "$Tool finishes its work at the next restart." }
    $run.Code
}
