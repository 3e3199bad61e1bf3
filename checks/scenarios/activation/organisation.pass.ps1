param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, VOLUME_KMSCLIENT channel'; LicenseStatus = [uint32] 1
        LicenseStatusReason = [uint32] 1074066433; GracePeriodRemaining = [uint32] 257131
    }
}
@{
    Reason   = 'by-organisation'
    HResult  = @()
    Evidence = @{
        Channel       = 'VOLUME_KMSCLIENT'
        DaysLeft      = 178
        LicenseStatus = 1
        StatusReason  = '0x4004F401'
    }
}
