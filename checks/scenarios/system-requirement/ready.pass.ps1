# A healthy PC.
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}
