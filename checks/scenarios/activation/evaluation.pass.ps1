param($Windows)
$Windows.Cim.SoftwareLicensingProduct = {
    [pscustomobject]@{
        Description = 'Windows(R) Operating System, TIMEBASED_EVAL channel'; LicenseStatus = [uint32] 1
        LicenseStatusReason = [uint32] 1074066433; GracePeriodRemaining = [uint32] 129599
    }
}
# A minute less than 90 days.
@{ Reason = 'evaluation'; HResult = @(); Evidence = @{ Channel = 'TIMEBASED_EVAL'; DaysLeft = 89; LicenseStatus = 1 } }
