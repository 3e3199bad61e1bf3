# Keeps the report that could not be written where only administrators can put one, and sends what earlier runs kept
# when the folder is there again. Whatever fails here fails nothing else.
function Send-KeptReport {
    param([Parameter(Mandatory)] [string] $Path)
    $folder = "$script:StateFolder\reports"
    $new = "$folder\new"
    try {
        # A path with an ending is a file that each run writes anew.
        if ($script:Unsent -and [IO.Path]::GetExtension($Path)) { return }
        if (-not (Test-Path -LiteralPath $folder)) {
            if (-not $script:Unsent) { return }
            Add-ProtectedFolder -Path $folder
        }
        if (-not (Test-TrustedItem -Path $folder -Closed)) {
            return Write-Notice -Key 'stateNotTrusted' -With @{ Path = $folder }
        }
        $kept = @(Get-ChildItem -LiteralPath $folder -File |
                Where-Object -Property Name -Match "\A$script:Product-[0-9a-f-]+\.(json|txt|csv|html)\z" |
                Where-Object -FilterScript { Test-TrustedItem -Path $_.FullName } |
                Sort-Object -Property LastWriteTimeUtc -Descending)
        if ($script:Unsent) {
            $name, $bytes = $script:Unsent
            $size = $bytes.Length
            for ($at = 0; $at -lt $kept.Count; $at++) {
                $size += $kept[$at].Length
                if ($at -ge 19 -or $size -gt 5MB) { Remove-Item -LiteralPath $kept[$at].FullName }
            }
            if ($bytes.Length -gt 5MB) { return }
            [IO.File]::WriteAllBytes($new, $bytes)
            Move-Item -LiteralPath $new -Destination "$folder\$name"
            return Write-Notice -Key 'reportKept'
        }
        if (-not (Test-Path -LiteralPath $Path -PathType Container)) { return }
        foreach ($one in $kept) {
            $target = Join-Path -Path $Path -ChildPath $one.Name
            Copy-Item -LiteralPath $one.FullName -Destination $target -Force
            Remove-Item -LiteralPath $one.FullName
            Write-Notice -Key 'reportWritten' -With @{ Path = $target }
        }
    }
    catch { Write-Verbose -Message "$_" }
}
