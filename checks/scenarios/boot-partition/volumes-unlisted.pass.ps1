param($Windows)
# Windows lists the partitions and no volume on them, but one without a path: nothing is known of their space.
$Windows.Cim['MSFT_Volume'] = @([pscustomobject]@{ Path = $null; Size = [uint64] 1GB; SizeRemaining = [uint64] 0 })
foreach ($partition in $Windows.Cim['MSFT_Partition']) { $partition.AccessPaths = $null }
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ BootFree = $null; BootSize = $null; Needed = 250; RecoveryFree = $null; RecoverySize = $null }
}
