param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, VOLUME_MAK channel'; LicenseStatus = [uint32] 0
        LicenseStatusReason = [uint32] 3221549105; GracePeriodRemaining = [uint32] 0
    }
}
