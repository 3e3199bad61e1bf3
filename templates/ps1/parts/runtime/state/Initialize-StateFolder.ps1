# Whether the folder of journals is ours alone, from the one below ProgramData down; made where nothing stands.
function Initialize-StateFolder {
    $base = Split-Path -Path $script:StateFolder
    $runs = "$script:StateFolder\runs"
    if (-not (Test-Path -LiteralPath $base)) { Add-SealedFolder -Path $base }
    # In this order: what is closed and sealed then cannot have been put there in between.
    $isTrusted = (Test-TrustedItem -Path $base -Closed) -and (Test-SealedFolder -Path $base)
    if ($isTrusted) {
        # Below a closed folder nobody else can be first.
        if (-not (Test-Path -LiteralPath $script:StateFolder)) { Add-ProtectedFolder -Path $script:StateFolder }
        $isTrusted = (Test-TrustedItem -Path $script:StateFolder -Closed) -and
        (-not (Test-Path -LiteralPath $runs) -or (Test-TrustedItem -Path $runs))
    }
    if (-not $isTrusted) { Write-Notice -Key 'stateNotTrusted' -With @{ Path = $base } }
    $isTrusted
}
