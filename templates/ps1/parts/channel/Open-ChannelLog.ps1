# A run as SYSTEM has no screen: what it did goes where Intune or Configuration Manager collect logs from, or
# beside the journals. Folders are not made for it.
function Open-ChannelLog {
    if ((Get-Account).Kind -ne 'system') { return }
    $folders = @(
        "$env:ProgramData\Microsoft\IntuneManagementExtension\Logs"
        "$env:SystemRoot\CCM\Logs"
        $script:StateFolder
    )
    $folder = $folders | Where-Object -FilterScript { Test-Path -LiteralPath $_ } | Select-Object -First 1
    if (-not $folder) { return }
    $path = Join-Path -Path $folder -ChildPath "Mendsheet-$script:Product-$script:ScriptName.log"
    try {
        if ((Test-Path -LiteralPath $path) -and (Get-Item -LiteralPath $path).Length -gt 1MB) {
            Clear-Content -LiteralPath $path -Force
        }
        $script:LogPath = $path
    }
    catch { Write-Verbose -Message "$_" }
}
