# SYSTEM has no screen: its words go where Intune collects logs, or beside the journals, if they can be written.
function Open-Transcript {
    if ((Get-Account).Kind -ne 'system') { return }
    $folders = @("$env:ProgramData\Microsoft\IntuneManagementExtension\Logs", $script:StateFolder)
    $folder = $folders | Where-Object -FilterScript { Test-Path -LiteralPath $_ } | Select-Object -First 1
    if (-not $folder) { return }
    $path = Join-Path -Path $folder -ChildPath "Mendsheet-$script:Product-$script:ScriptName.log"
    try {
        $isLong = (Test-Path -LiteralPath $path) -and (Get-Item -LiteralPath $path).Length -gt 1MB
        $null = Start-Transcript -LiteralPath $path -Append:(-not $isLong) -Force
        $script:HasTranscript = $true
    }
    catch { Write-Verbose -Message "$_" }
}
