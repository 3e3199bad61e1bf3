param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, VOLUME_KMSCLIENT channel'; LicenseStatus = [uint32] 1
        LicenseStatusReason = [uint32] 1074066433; GracePeriodRemaining = [uint32] 257131
    }
}
