# Keeps the report that could not be written where only administrators write, or sends what earlier runs kept.
# Whatever fails here fails nothing else.
function Send-KeptReport {
    param([string] $Path)
    $folder = "$script:StateFolder\reports"
    try {
        # A path with an ending is a file that each run writes anew.
        if ($script:Unsent -and [IO.Path]::GetExtension($Path)) { return }
        if (-not (Test-Path -LiteralPath $folder)) {
            if (-not $script:Unsent) { return }
            Add-ProtectedFolder -Path $folder
        }
        if (-not (Test-TrustedItem -Path $folder -Closed)) { return }
        $form = "\A$script:Product-[0-9a-f-]+\.(json|txt|csv|html)\z"
        $isOurs = { $_.Name -match $form -and (Test-TrustedItem -Path "$folder\$($_.Name)") }
        $kept = @(Get-ChildItem -LiteralPath $folder -File | Where-Object $isOurs |
                Sort-Object -Property LastWriteTimeUtc -Descending)
        if ($script:Unsent) {
            $name, $bytes = $script:Unsent
            $size = $bytes.Length
            for ($at = 0; $at -lt $kept.Count; $at++) {
                $size += $kept[$at].Length
                if ($at -ge 19 -or $size -gt 5MB) { Remove-Item -LiteralPath "$folder\$($kept[$at].Name)" }
            }
            # .NET knows no drives of PowerShell.
            $new = Join-Path -Path (Get-Item -LiteralPath $folder).FullName -ChildPath 'new'
            [IO.File]::WriteAllBytes($new, $bytes)
            Move-Item -LiteralPath $new -Destination "$folder\$name"
            return Write-Notice -Key 'reportKept'
        }
        if (-not (Test-Path -LiteralPath $Path -PathType Container)) { return }
        foreach ($one in $kept) {
            $file = "$folder\$($one.Name)"
            Copy-Item -LiteralPath $file -Destination $Path -Force
            Remove-Item -LiteralPath $file
        }
    }
    catch { Write-Verbose -Message "$_" }
}
