function Close-Transcript {
    [CmdletBinding()]
    param()
    if ($script:HasTranscript) { $null = Stop-Transcript }
    $script:HasTranscript = $false
}
