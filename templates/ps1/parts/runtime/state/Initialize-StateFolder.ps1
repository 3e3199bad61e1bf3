# Only administrators can write the mark in the registry: it tells our folder from one that someone put there.
function Initialize-StateFolder {
    $mark = "HKLM:\SOFTWARE\Mendsheet\$script:Product"
    $parent = Split-Path -Path $script:StateFolder
    $isNew = -not (Test-Path -LiteralPath $script:StateFolder)
    if (-not (Test-Path -LiteralPath $parent)) { Add-ProtectedFolder -Path $parent }
    if ($isNew) { Add-ProtectedFolder -Path $script:StateFolder }
    $isTrusted = (Test-TrustedFolder -Path $parent -Parent) -and (Test-TrustedFolder -Path $script:StateFolder)
    $marked = Get-RegistryValue -Path $mark -Name 'StateFolder'
    if ($isTrusted -and $marked -eq $script:StateFolder) { return $true }
    # Without the mark only an empty folder will do: a run may have been killed between the two.
    if (-not $isTrusted -or (Get-ChildItem -LiteralPath $script:StateFolder -Force)) {
        Write-Notice -Key 'stateNotTrusted' -With @{ Path = $script:StateFolder }
        return $false
    }
    if (-not (Test-Path -LiteralPath $mark)) { $null = New-Item -Path $mark -Force }
    Set-ItemProperty -LiteralPath $mark -Name 'StateFolder' -Value $script:StateFolder
    $true
}
