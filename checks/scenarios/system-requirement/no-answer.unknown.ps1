param($Windows)
$Windows.Cim.Win32_Tpm = { throw [UnauthorizedAccessException]::new('Access denied') }
@{
    Reason   = 'partly-read'
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; Target = 'Windows 11'; UEFI = 1; Unread = 'TPM' }
}
