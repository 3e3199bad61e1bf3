function Invoke-RepairTool([string] $Tool, [string[]] $ArgumentList, [int] $TimeoutSeconds, [int[]] $SuccessCode = @(0)) {
    Add-JournalPlan -Action 'repair-tool' -Target $Tool -Before '-' -After ($ArgumentList -join ' ')
    $splat = @{ FilePath = "$env:SystemRoot\System32\$Tool.exe"; ArgumentList = $ArgumentList; NoNewWindow = $true; PassThru = $true }
    $process = Start-Process @splat
    $null = $process.Handle
    $mark = if ($process.WaitForExit(1000 * $TimeoutSeconds) -and $process.ExitCode -in $SuccessCode) { 'done' } else { 'failed' }
    Add-JournalLine -Text "$($run.Entry)|$mark|-|-|-|-"
    if ($mark -eq 'failed') { throw "$Tool did not end well." }
}
