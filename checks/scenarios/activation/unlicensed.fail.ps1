param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, VOLUME_MAK channel'; LicenseStatus = [uint32] 0
        LicenseStatusReason = [uint32] 3221549105; GracePeriodRemaining = [uint32] 0
    }
}
@{
    Reason   = 'not-activated'
    HResult  = @()
    Evidence = @{ Channel = 'VOLUME_MAK'; DaysLeft = 0; LicenseStatus = 0; StatusReason = '0xC004F031' }
}
