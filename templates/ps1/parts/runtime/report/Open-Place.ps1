# Opens the page or tool of each check that found a problem, or was chosen, for a person at the screen. The
# compiler has held them against a list. Explorer opens an address without the rights of this script.
function Open-Place {
    param([psobject[]] $Result, [switch] $All)
    $ids = @($Result | Where-Object { $All -or $_.Status -eq 'Problem' } |
            ForEach-Object { $_.Id })
    $rows = $script:Checks | Where-Object { $_.Open -and $_.Id -in $ids }
    $places = @($rows | ForEach-Object { $_.Open } | Select-Object -Unique)
    if (-not $places) { return Write-Notice -Key 'nothingToOpen' }
    if (-not (Test-Interactive)) { return Write-Notice -Key 'openNeedsPerson' }
    foreach ($place in $places) {
        Write-Notice -Key 'opening' -With @{ Place = $place }
        if ($place -match ':') { Start-Process -FilePath "$env:SystemRoot\explorer.exe" -ArgumentList $place }
        else { Start-Process -FilePath "$env:SystemRoot\System32\$place" }
    }
}
