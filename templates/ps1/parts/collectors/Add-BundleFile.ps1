# Copies files that their writers keep open. Of a long one the end is kept, with the mark that tells UTF-16.
function Add-BundleFile {
    param([Parameter(Mandatory)] [string] $Path, [int] $Newest = 0, [int64] $MaxBytes = 0)
    try { $files = @(Get-Item -Path $Path -Force | Where-Object { -not $_.PSIsContainer }) }
    catch [Management.Automation.ItemNotFoundException] { return }
    catch { return Add-BundleProblem -Source $Path -Record $_ }
    if ($Newest -gt 0) {
        $files = @($files | Sort-Object -Property LastWriteTimeUtc -Descending | Select-Object -First $Newest)
    }
    foreach ($file in $files) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $source = [IO.File]::Open($file.FullName, 'Open', 'Read', 'ReadWrite, Delete')
            try {
                $isCut = $MaxBytes -gt 0 -and $source.Length -gt $MaxBytes
                $bytes = if ($isCut) { $MaxBytes } else { $source.Length }
                if (-not (Test-BundleRoom -Source $file.FullName -Bytes $bytes)) { continue }
                $mark = New-Object -TypeName 'byte[]' -ArgumentList 2
                $isWide = $isCut -and $source.Read($mark, 0, 2) -eq 2 -and $mark[0] -eq 255 -and $mark[1] -eq 254
                $start = if ($isCut) { $source.Length - $MaxBytes } else { 0 }
                $source.Position = if ($isWide) { $start + $start % 2 } else { $start }
                $copy = [IO.File]::Create((Add-BundlePath -Name $file.Name))
                try {
                    if ($isWide) { $copy.Write($mark, 0, 2) }
                    $source.CopyTo($copy)
                }
                finally { $copy.Dispose() }
            }
            finally { $source.Dispose() }
        }
        catch { Add-BundleProblem -Source $file.Name -Record $_ }
    }
}
