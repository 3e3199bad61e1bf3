# One line of the log. A log that cannot be written must not fail the run.
function Write-ChannelLog {
    [CmdletBinding()]
    param([AllowEmptyString()] [string] $Text)
    if (-not $script:LogPath) { return }
    $time = [datetime]::UtcNow.ToString('s', [cultureinfo]::InvariantCulture)
    try { Add-Content -LiteralPath $script:LogPath -Value "${time}Z $Text" -Encoding UTF8 }
    catch { Write-Verbose -Message "$_" }
}
