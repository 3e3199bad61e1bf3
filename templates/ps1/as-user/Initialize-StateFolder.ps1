# Whether the folder of journals is this person's alone, from the one below the profile down; made where nothing
# stands. The profile gives its owner, SYSTEM and Administrators what is made in it, and nobody else.
function Initialize-StateFolder {
    $base = Split-Path -Path $script:StateFolder
    foreach ($path in $base, $script:StateFolder) {
        if (-not (Test-Path -LiteralPath $path)) { $null = New-Item -Path $path -ItemType Directory }
    }
    $runs = "$script:StateFolder\runs"
    $isTrusted = (Test-TrustedItem -Path $base) -and (Test-TrustedItem -Path $script:StateFolder) -and
    (-not (Test-Path -LiteralPath $runs) -or (Test-TrustedItem -Path $runs))
    if (-not $isTrusted) { Write-Notice -Key 'ownStateNotTrusted' -With @{ Path = $base } }
    $isTrusted
}
