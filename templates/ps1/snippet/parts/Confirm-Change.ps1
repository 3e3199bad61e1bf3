function Confirm-Change([string] $Text) {
    Write-Verbose -Message $Text
    $true
}
