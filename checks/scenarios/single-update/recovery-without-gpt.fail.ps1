param($Windows)
# On a disk without GPT no type tells whether one of the partitions is for recovery.
$Windows.Cim['MSFT_Partition'] = @([pscustomobject]@{ GptType = $null; MbrType = [uint16] 7; DriveLetter = [char] 'C'; DiskNumber = 0; AccessPaths = @('C:\') })
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 2 }
)
@{ Reason = 'recovery-environment'; HResult = '0x80070643'; Evidence = @{ Entries = 2; Updates = 'KB5034441 (0x80070643)'; Times = 2 } }
