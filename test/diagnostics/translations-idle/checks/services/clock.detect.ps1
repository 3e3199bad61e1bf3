New-Finding -Status Problem -Reason 'slow' -Evidence @{ Minutes = 3 }
