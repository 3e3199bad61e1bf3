# "applies", or the key of the sentence that says why not.
function Test-Applicability {
    param([Parameter(Mandatory)] [hashtable] $Where, [Parameter(Mandatory)] [psobject] $Machine)
    if ($Machine.Build -lt $Where.MinBuild) { return 'notThisBuild' }
    if ($Where.MaxBuild -gt 0 -and $Machine.Build -gt $Where.MaxBuild) { return 'notThisBuild' }
    if ($Where.Kind -and $Machine.Kind -notin $Where.Kind) { return 'notThisKind' }
    if ($Where.EditionIds -and $Machine.EditionId -notin $Where.EditionIds) { return 'notThisEdition' }
    if ($Where.Architecture -and $Machine.Architecture -notin $Where.Architecture) { return 'notThisArchitecture' }
    if ($Where.Account -and $Machine.Account -notin $Where.Account) { return 'notThisAccount' }
    'applies'
}
