# One line of the log, whatever names of files and the like hold. A log that cannot be written must not fail the
# run.
function Write-ChannelLog {
    [CmdletBinding()]
    param([string] $Text)
    if (-not $script:LogPath) { return }
    $time = [datetime]::UtcNow.ToString('s', [cultureinfo]::InvariantCulture)
    $line = "${time}Z $Text" -replace '[\x00-\x1f\x7f]+', ' '
    try { Add-Content -LiteralPath $script:LogPath -Value $line -Encoding UTF8 }
    catch { Write-Verbose -Message "$_" }
}
