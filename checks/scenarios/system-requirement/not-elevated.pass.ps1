param($Windows)
# Only administrators may ask the chip itself.
$Windows.Cim.Win32_Tpm = { throw [UnauthorizedAccessException]::new('Access denied') }
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\TPM\Enum'] = @{ '0' = 'ACPI\MSFT0101\1'; Count = 1 }
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}
