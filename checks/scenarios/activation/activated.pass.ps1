# A healthy PC.
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Channel = 'OEM_DM'; DaysLeft = 0; LicenseStatus = 1; StatusReason = '0x4004F401' }
}
