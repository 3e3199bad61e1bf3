function Close-Transcript {
    if ($script:HasTranscript) { $null = Stop-Transcript }
    $script:HasTranscript = $false
}
