param($Windows)
# On for a year, and nothing to go back to.
$Windows.Cim.SystemRestore = @()
$Windows.CimMethods['SystemRestore.CreateRestorePoint'] = {
    param($Arguments, $Windows)
    $time = [datetime]::UtcNow.ToString('yyyyMMddHHmmss') + '.000000-000'
    $Windows.Cim.SystemRestore = @([pscustomobject]@{ SequenceNumber = [uint32] 8; CreationTime = $time; Description = $Arguments.Description })
    [pscustomobject]@{ ReturnValue = [uint32] 0 }
}
@{ Reason = 'missing'; HResult = @(); Evidence = @{ Count = 0; Hours = 24; Sequence = 0 } }
