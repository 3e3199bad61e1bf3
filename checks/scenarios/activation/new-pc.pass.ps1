# In the first days after the installation.
param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, VOLUME_KMSCLIENT channel'; LicenseStatus = [uint32] 2
        LicenseStatusReason = [uint32] 3221549105; GracePeriodRemaining = [uint32] 40000
    }
}
@{
    Reason   = 'grace'
    HResult  = @()
    Evidence = @{
        Channel       = 'VOLUME_KMSCLIENT'
        DaysLeft      = 27
        LicenseStatus = 2
        StatusReason  = '0xC004F031'
    }
}
