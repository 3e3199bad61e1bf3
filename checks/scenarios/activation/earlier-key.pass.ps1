param($Windows)
# The key of the edition that was there before an upgrade stays, unlicensed.
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, OEM_DM channel'; LicenseStatus = [uint32] 0
        LicenseStatusReason = [uint32] 3221549105; GracePeriodRemaining = [uint32] 0
    }
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, RETAIL channel'; LicenseStatus = [uint32] 1
        LicenseStatusReason = [uint32] 1074066433; GracePeriodRemaining = [uint32] 0
    }
}
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Channel = 'RETAIL'; DaysLeft = 0; LicenseStatus = 1; StatusReason = '0x4004F401' }
}
