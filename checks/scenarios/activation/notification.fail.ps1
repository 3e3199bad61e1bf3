param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, RETAIL channel'; LicenseStatus = [uint32] 5
        LicenseStatusReason = [uint32] 3221549105; GracePeriodRemaining = [uint32] 0
    }
}
@{
    Reason   = 'not-activated'
    HResult  = @()
    Evidence = @{ Channel = 'RETAIL'; DaysLeft = 0; LicenseStatus = 5; StatusReason = '0xC004F031' }
}
