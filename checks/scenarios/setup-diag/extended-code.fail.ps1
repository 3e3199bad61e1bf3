param($Windows)
# The code with what Setup appends, in the words of a rule.
$folder = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\SetupDiagResults.xml" -Encoding Unicode -Value @(
    '<SetupDiag><ProfileName>FindRollbackFailure</ProfileName>'
    '<FailureDetails>Last Phase = First boot, Error = 0xC1900101 - 0x30018</FailureDetails><FailureData></FailureData></SetupDiag>'
)
@{
    Reason   = 'failed'
    HResult  = '0xC1900101-0x30018'
    Evidence = @{
        BoxResult = '0x00000000'
        Details   = 'Last Phase = First boot, Error = 0xC1900101 - 0x30018'
        Rule      = 'FindRollbackFailure'
    }
}
