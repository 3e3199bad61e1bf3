param($Windows)
$Windows.Commands['Get-BitsTransfer'] = { throw [Runtime.InteropServices.COMException]::new('x', 0x80080005) }
