# What Read-Journal makes of a run, with the token that the registry has for it. Nothing of what others may write.
function Read-RunJournal {
    param([Parameter(Mandatory)] [psobject] $Run)
    $files = 'journal.txt', 'notes.txt' | ForEach-Object { "$($Run.Path)\$_" }
    $present = @($Run.Path) + @($files | Where-Object { Test-Path -LiteralPath $_ })
    foreach ($path in $present) {
        if (-not (Test-TrustedItem -Path $path)) {
            return [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() }
        }
    }
    $key = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
    Read-Journal -Path $Run.Journal -Token (Get-RegistryValue -Path $key -Name "$($Run.Number)")
}
