# SHA256SUMS, its signature and the catalogue itself are no members.
function Test-ProductCatalog {
    param([Parameter(Mandatory)] [string] $Source)
    $with = @{ CatalogFilePath = "$Source\$script:Product.cat"; Path = $Source; Detailed = $true }
    $found = Test-FileCatalog @with -FilesToSkip 'SHA256SUMS', 'SHA256SUMS.p7s', "$script:Product.cat"
    $seen = @{
        Status    = "$($found.Status)"
        Members   = $found.CatalogItems.Count
        Signature = "$($found.Signature.Status)"
    }
    @{ Outcome = if ($seen.Status -eq 'Valid') { 'held' } else { 'broken' }; Seen = $seen }
}
