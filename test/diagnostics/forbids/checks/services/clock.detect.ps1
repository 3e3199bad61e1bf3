if ((Get-Date) -gt [datetime]::MaxValue) { return New-Finding -Status Problem -Reason 'ahead' }
New-Finding -Status Problem -Reason 'behind'
