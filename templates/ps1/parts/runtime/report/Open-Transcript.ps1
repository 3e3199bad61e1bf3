function Open-Transcript {
    $path = Get-LogPath
    if (-not $path) { return }
    try {
        $null = Start-Transcript -LiteralPath $path -Append -Force
        $script:HasTranscript = $true
    }
    catch { Write-Verbose -Message "$_" }
}
